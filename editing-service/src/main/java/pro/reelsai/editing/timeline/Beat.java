package pro.reelsai.editing.timeline;

/**
 * A moment that suits a cut.
 *
 * @param frame the moment
 * @param cost how little it suits, from 0: the end of a sentence; compared with a second's deviation from the ideal pace
 */
record Beat(int frame, double cost) {}
