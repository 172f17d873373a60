package pro.reelsai.stage.call;

/**
 * What a provider answered.
 *
 * @param content the answer as it came
 * @param charge what it costs
 */
public record PaidAnswer(byte[] content, Charge charge) {}
