package pro.reelsai.editing.sound;

/**
 * What the finished sound has to be.
 *
 * @param loudness integrated loudness in LUFS; the platforms play at about -14
 * @param truePeak the highest true peak allowed in dBTP, measured after encoding
 * @param bitsPerSecond bit rate of the AAC
 */
public record SoundTarget(double loudness, double truePeak, long bitsPerSecond) {}
