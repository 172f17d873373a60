/** Breaks the running suite in every way that production knows, and counts what was lost, doubled or paid twice. */
@NullMarked
package pro.reelsai.e2e.fault;

import org.jspecify.annotations.NullMarked;
