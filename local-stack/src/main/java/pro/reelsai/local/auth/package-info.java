/** Signs in the demo user of a local stack, as Supabase Auth does. */
@NullMarked
package pro.reelsai.local.auth;

import org.jspecify.annotations.NullMarked;
