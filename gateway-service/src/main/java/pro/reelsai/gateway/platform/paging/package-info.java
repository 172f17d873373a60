/** Lists that are handed out page by page. */
@NullMarked
package pro.reelsai.gateway.platform.paging;

import org.jspecify.annotations.NullMarked;
