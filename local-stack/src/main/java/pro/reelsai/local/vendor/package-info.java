/** What the stand-ins of the paid providers have in common: an HTTP server that counts, fails on demand and really speaks. */
@NullMarked
package pro.reelsai.local.vendor;

import org.jspecify.annotations.NullMarked;
