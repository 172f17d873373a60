/** One OpenTelemetry trace for each run, whichever services, topics and tries it goes through. */
@NullMarked
package pro.reelsai.runtime.trace;

import org.jspecify.annotations.NullMarked;
