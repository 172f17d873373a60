/**
 * What the studio, the page at {@code /}, has to know before anybody is signed in, and how its files are sent. Everything else
 * it asks the REST contract.
 */
@NullMarked
package pro.reelsai.gateway.studio;

import org.jspecify.annotations.NullMarked;
