/** Who is calling: Supabase access tokens. */
@NullMarked
package pro.reelsai.gateway.platform.auth;

import org.jspecify.annotations.NullMarked;
