/**
 * The configuration file as nested records, every mistake with its line. Read {@link
 * ConfigurationFile} first.
 */
package org.postrider.config;
