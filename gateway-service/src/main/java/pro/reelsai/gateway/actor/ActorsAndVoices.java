package pro.reelsai.gateway.actor;

import java.util.List;

/**
 * Who can be seen and heard.
 *
 * @param actors the actors on offer
 * @param voices the voices on offer
 */
public record ActorsAndVoices(List<ActorView> actors, List<VoiceView> voices) {}
