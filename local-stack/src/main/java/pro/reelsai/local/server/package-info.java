/** The broker and the database of a test: in containers where Docker answers, embedded otherwise. The tests are the same. */
@NullMarked
package pro.reelsai.local.server;

import org.jspecify.annotations.NullMarked;
