/** A storage server on disk that speaks the Supabase Storage protocol. */
@NullMarked
package pro.reelsai.local.storage;

import org.jspecify.annotations.NullMarked;
