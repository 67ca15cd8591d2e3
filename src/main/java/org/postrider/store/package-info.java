/**
 * Databases, transactions, migrations and the locks between processes. Read {@link Database} first.
 */
package org.postrider.store;
