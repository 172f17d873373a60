/** The port to whoever writes scripts, with one package per provider. */
@NullMarked
package pro.reelsai.script.writer;

import org.jspecify.annotations.NullMarked;
