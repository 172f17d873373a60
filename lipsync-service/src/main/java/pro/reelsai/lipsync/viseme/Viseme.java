package pro.reelsai.lipsync.viseme;

/**
 * What the mouth aims at while a phone is spoken.
 *
 * @param target the shape if the phone were held
 * @param dominance how much the phone imposes its shape on its neighbours; 1 for an ordinary one
 * @param closesLips whether the lips must meet whatever the neighbours want
 */
record Viseme(MouthShape target, double dominance, boolean closesLips) {}
