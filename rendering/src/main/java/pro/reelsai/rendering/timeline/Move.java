package pro.reelsai.rendering.timeline;

/** How the camera travels over a still picture. */
public enum Move {
    ZOOM_IN,
    PAN_RIGHT,
    ZOOM_OUT,
    PAN_LEFT;

    /**
     * The move of an asset's showing: neighbours differ, and so does an asset's every next showing, so that a picture
     * shown twice in a row never seems to stand still.
     *
     * @param asset the asset, from 0
     * @param showing which showing of it, from 0
     */
    public static Move of(int asset, int showing) {
        return values()[(asset + showing) % values().length];
    }
}
