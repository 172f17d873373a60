/** Messages to people about their ads, by Slack and by mail: written with the change, sent afterwards, each once. */
@NullMarked
package pro.reelsai.gateway.notification;

import org.jspecify.annotations.NullMarked;
