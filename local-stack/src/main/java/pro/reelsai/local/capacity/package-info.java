/** How many processes of each stage a number of ads a day takes, and how long an ad waits: by formula and by simulation. */
@NullMarked
package pro.reelsai.local.capacity;

import org.jspecify.annotations.NullMarked;
