/** Signed tokens by purpose, and the secret they hang on. Read {@link Tokens} first. */
package org.postrider.token;
