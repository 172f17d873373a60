/** The command line behind the launcher. */
@NullMarked
package pro.reelsai.local.cli;

import org.jspecify.annotations.NullMarked;
