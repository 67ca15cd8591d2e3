/** Renders a template that a user may edit, safely. Read {@link Templates} first. */
package org.postrider.template;
