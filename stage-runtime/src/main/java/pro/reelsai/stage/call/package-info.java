/** Paid calls to providers: written down before they are made, so that none is ever paid twice. */
@NullMarked
package pro.reelsai.stage.call;

import org.jspecify.annotations.NullMarked;
