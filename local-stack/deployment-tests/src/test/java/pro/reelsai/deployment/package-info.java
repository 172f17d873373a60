/** Whether what deploys the suite says the same as its code. Nothing here starts a service. */
@NullMarked
package pro.reelsai.deployment;

import org.jspecify.annotations.NullMarked;
