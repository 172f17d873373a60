package pro.reelsai.model;

/** What a user's asset is, decided by probing its bytes. */
public enum AssetType {
    IMAGE,
    VIDEO
}
