/** The public pages, and feeds over HTTP. Read {@link PublicSite} first. */
package org.postrider.web;
