package pro.reelsai.gateway.admin.lag;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a topic for one of its readers.
 *
 * @param topic the topic
 * @param group the consumer group that reads it
 * @param stage whose requests these are, such as {@code voice}; null for what the gateway hears of the stages
 * @param readers how many processes read for the group
 * @param waiting how many records none of them has acknowledged, those at work among them
 * @param retrying how many requests wait for another try; 0 for the gateway, which tries by itself
 */
@Schema(name = "TopicLag")
public record TopicLag(String topic, String group, @Nullable String stage, int readers, long waiting, long retrying) {}
