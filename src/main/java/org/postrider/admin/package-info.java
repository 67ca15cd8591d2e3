/** The operator's pages: status, mailbox and health. Read {@link AdminSite} first. */
package org.postrider.admin;
