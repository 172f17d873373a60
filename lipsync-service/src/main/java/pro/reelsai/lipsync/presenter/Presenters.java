package pro.reelsai.lipsync.presenter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pro.reelsai.lipsync.presenter.Presenter.Backdrop;
import pro.reelsai.lipsync.presenter.Presenter.Face;
import pro.reelsai.lipsync.presenter.Presenter.Hair;
import pro.reelsai.lipsync.presenter.Presenter.Outfit;
import pro.reelsai.lipsync.presenter.Presenter.Skin;

/** The illustrated presenters there are. */
public final class Presenters {
    /** A woman with long chestnut hair in a teal jacket. */
    public static final Presenter MAYA = new Presenter(
            "maya",
            new Skin(0xFFFBD7BA, 0xFFF0BC97, 0xFFD99470, 0xFFA65A42, 0x58E8705F),
            new Face(102, 79, 92, 27, 149, 40, 0xFF7A4A24, 1, 1, 0x26A0604A, 5.5f, 0xFFBE4B55, 0xFFD96A6E, 1, 0),
            new Hair(HairCut.longAndParted(), 0xFF5A3226, 0xFF9A6142, 0xFF2E1714, 0xFF4A2A20),
            new Outfit(0xFF1F6A6B, 0xFF124546, 0xFF2A8081, 0xFFFBF4EA, 0xFFE3D3C1, 242, 186, 0xFFEBC15A),
            new Backdrop(
                    0xFFF8EADB,
                    0xFFDDBFA5,
                    0xFFFFF8E8,
                    0xFFB07E55,
                    0xFF5E8F5C,
                    List.of(0xFF7FA193, 0xFFD98A66, 0xFF50708E, 0xFFE6C98F, 0xFFB5563F)));

    /** A man with short dark hair in a navy jacket. */
    public static final Presenter LEO = new Presenter(
            "leo",
            new Skin(0xFFECBE94, 0xFFD79F73, 0xFFB3754D, 0xFF7F4630, 0x30C9654A),
            new Face(
                    106,
                    92,
                    96,
                    42,
                    156,
                    56,
                    0xFF4F6B4A,
                    0.86f,
                    0.25f,
                    0,
                    8.5f,
                    0xFFA9604E,
                    0xFFC27B67,
                    0.72f,
                    0x4033241E),
            new Hair(HairCut.shortAndSwept(), 0xFF2F2321, 0xFF6B5146, 0xFF171011, 0xFF261B19),
            new Outfit(0xFF2C3E5C, 0xFF1B273D, 0xFF3B5075, 0xFFF4F1EC, 0xFFD9D3CA, 204, 206, 0),
            new Backdrop(
                    0xFFE7ECEB,
                    0xFFB3C2C4,
                    0xFFFDFBF2,
                    0xFF8A6B52,
                    0xFF4F7F66,
                    List.of(0xFFD08B5B, 0xFF4F6D8A, 0xFFE2C88F, 0xFF88A69A, 0xFFA8504A)));

    private static final Map<String, Presenter> BY_IDENTIFIER = List.of(MAYA, LEO).stream()
            .collect(Collectors.toUnmodifiableMap(Presenter::identifier, Function.identity()));

    private Presenters() {}

    /** The presenter of that name, if there is one. */
    public static Optional<Presenter> named(String identifier) {
        return Optional.ofNullable(BY_IDENTIFIER.get(identifier));
    }
}
