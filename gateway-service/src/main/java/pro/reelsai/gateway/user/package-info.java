/** Users as the gateway knows them: what came with their token, and their profile. */
@NullMarked
package pro.reelsai.gateway.user;

import org.jspecify.annotations.NullMarked;
