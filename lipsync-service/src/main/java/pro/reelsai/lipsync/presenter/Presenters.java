package pro.reelsai.lipsync.presenter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pro.reelsai.lipsync.presenter.Presenter.Backdrop;
import pro.reelsai.lipsync.presenter.Presenter.Cut;
import pro.reelsai.lipsync.presenter.Presenter.Face;
import pro.reelsai.lipsync.presenter.Presenter.Hair;
import pro.reelsai.lipsync.presenter.Presenter.Outfit;
import pro.reelsai.lipsync.presenter.Presenter.Room;
import pro.reelsai.lipsync.presenter.Presenter.Skin;

/** The illustrated presenters there are. */
public final class Presenters {
    /** A woman with long chestnut hair in a teal jacket. */
    public static final Presenter MAYA = new Presenter(
            "maya",
            new Skin(0xFFFBD7BA, 0xFFF0BC97, 0xFFD99470, 0xFFA65A42, 0x58E8705F),
            new Face(102, 79, 92, 27, 149, 40, 0xFF7A4A24, 1, 1, 0x26A0604A, 5.5f, 0xFFBE4B55, 0xFFD96A6E, 1, 0, 0),
            new Hair(HairCut.longAndParted(), 0xFF5A3226, 0xFF9A6142, 0xFF2E1714, 0xFF4A2A20),
            new Outfit(Cut.JACKET, 0xFF1F6A6B, 0xFF124546, 0xFF2A8081, 0xFFFBF4EA, 0xFFE3D3C1, 242, 186, 0xFFEBC15A, 0),
            new Backdrop(
                    Room.STUDY,
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
                    0x4033241E,
                    0),
            new Hair(HairCut.shortAndSwept(), 0xFF2F2321, 0xFF6B5146, 0xFF171011, 0xFF261B19),
            new Outfit(Cut.JACKET, 0xFF2C3E5C, 0xFF1B273D, 0xFF3B5075, 0xFFF4F1EC, 0xFFD9D3CA, 204, 206, 0, 0),
            new Backdrop(
                    Room.STUDY,
                    0xFFE7ECEB,
                    0xFFB3C2C4,
                    0xFFFDFBF2,
                    0xFF8A6B52,
                    0xFF4F7F66,
                    List.of(0xFFD08B5B, 0xFF4F6D8A, 0xFFE2C88F, 0xFF88A69A, 0xFFA8504A)));

    /** A woman with a cloud of curls in a mustard sweater. */
    public static final Presenter AMARA = new Presenter(
            "amara",
            new Skin(0xFFB57E56, 0xFF935E3C, 0xFF6B3F27, 0xFF43231A, 0x40C2523C),
            new Face(
                    104,
                    82,
                    94,
                    28,
                    150,
                    42,
                    0xFF4A2A18,
                    1,
                    0.9f,
                    0x304A2218,
                    5.5f,
                    0xFF7C3038,
                    0xFFA84A50,
                    1.18f,
                    0,
                    0),
            new Hair(HairCut.curls(), 0xFF2E1E1A, 0xFF6A4A3E, 0xFF150C0B, 0xFF22140F),
            new Outfit(
                    Cut.SWEATER, 0xFFDFA032, 0xFFB4761C, 0xFFF1C05C, 0xFFDFA032, 0xFFB4761C, 204, 184, 0xFFF0CB70, 0),
            new Backdrop(
                    Room.STUDIO,
                    0xFFF0D3C6,
                    0xFFC78F7E,
                    0xFFFFEFE2,
                    0xFF9A5B45,
                    0xFF5C7F5A,
                    List.of(0xFFB55A4A, 0xFFE8B48C, 0xFF7C3F4B)));

    /** An older man with silver hair, beard and glasses in a burgundy jacket. */
    public static final Presenter HENRY = new Presenter(
            "henry",
            new Skin(0xFFF7D3BC, 0xFFE6B497, 0xFFC48A6E, 0xFF8E5443, 0x48D9664F),
            new Face(
                    105,
                    92,
                    96,
                    40,
                    154,
                    54,
                    0xFF557A9A,
                    0.84f,
                    0.1f,
                    0,
                    8,
                    0xFFAE6A5E,
                    0xFFC4857A,
                    0.62f,
                    0xA8C9C4BF,
                    0.9f),
            new Hair(HairCut.shortAndReceding(), 0xFFA9A7A6, 0xFFEDEBE8, 0xFF6D6A6B, 0xFF807B79),
            new Outfit(Cut.JACKET, 0xFF6B2B36, 0xFF431821, 0xFF824049, 0xFFDCE6F0, 0xFFB4C4D4, 202, 204, 0, 0xFF3A2A22),
            new Backdrop(
                    Room.EVENING,
                    0xFF4A4F66,
                    0xFF262B3E,
                    0xFFFFD79A,
                    0xFF5A3B2A,
                    0xFF3F5E4C,
                    List.of(0xFFFFC36B, 0xFFFF9A62, 0xFF8FB7E8, 0xFFFFE3A8)));

    /** A young woman with a black bob in a light blue shirt. */
    public static final Presenter MEI = new Presenter(
            "mei",
            new Skin(0xFFFDE4CF, 0xFFF5CDAE, 0xFFDDA585, 0xFFA8674E, 0x58F0776C),
            new Face(
                    101,
                    76,
                    90,
                    25,
                    144,
                    37,
                    0xFF4A3020,
                    0.96f,
                    0.8f,
                    0x20B0605A,
                    5,
                    0xFFC9525E,
                    0xFFE07A80,
                    0.86f,
                    0,
                    0),
            new Hair(HairCut.bobWithFringe(), 0xFF26222A, 0xFF66607A, 0xFF100D13, 0xFF2A2226),
            new Outfit(Cut.SHIRT, 0xFF86AEDB, 0xFF5B82B2, 0xFFA9C9EC, 0xFFFDFBF8, 0xFFDFDCE2, 222, 176, 0, 0),
            new Backdrop(
                    Room.STUDIO,
                    0xFFDDEEE5,
                    0xFF9CC4B4,
                    0xFFFBFFF6,
                    0xFFB98F6A,
                    0xFF4E9272,
                    List.of(0xFFF2A48C, 0xFFF6D58E, 0xFF7FA9C9)));

    /** All of them, in the order in which they came. */
    public static final List<Presenter> ALL = List.of(MAYA, LEO, AMARA, HENRY, MEI);

    private static final Map<String, Presenter> BY_IDENTIFIER =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Presenter::identifier, Function.identity()));

    private Presenters() {}

    /** The presenter of that name, if there is one. */
    public static Optional<Presenter> named(String identifier) {
        return Optional.ofNullable(BY_IDENTIFIER.get(identifier));
    }
}
