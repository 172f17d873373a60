/**
 * A stand-in for Replicate: a real server that is stricter than Replicate, really makes videos, counts what it is asked
 * for, and fails in every way that Replicate documents.
 */
@NullMarked
package pro.reelsai.local.replicate;

import org.jspecify.annotations.NullMarked;
