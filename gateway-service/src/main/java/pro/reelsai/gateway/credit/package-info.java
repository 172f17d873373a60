/** Credits and their ledger: reserve, settle, refund, grant. */
@NullMarked
package pro.reelsai.gateway.credit;

import org.jspecify.annotations.NullMarked;
