/** The port to whoever speaks, with one package per provider. */
@NullMarked
package pro.reelsai.voice.speech;

import org.jspecify.annotations.NullMarked;
