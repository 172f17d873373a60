/** What operators do to a running suite: read a run's history, repeat runs, have a stage hear its requests again. */
@NullMarked
package pro.reelsai.local.operate;

import org.jspecify.annotations.NullMarked;
