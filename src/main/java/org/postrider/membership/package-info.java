/** What a reader can do: join, confirm, leave, be forgotten. Read {@link Membership} first. */
package org.postrider.membership;
