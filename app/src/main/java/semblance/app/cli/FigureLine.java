package semblance.app.cli;

import semblance.app.bench.Figure;
import semblance.app.bench.Machine;
import semblance.app.bench.Timing;

import static java.util.Locale.ROOT;

/// A figure of the bench as a line of a table: what, of what, the time on the clock, the processor time.
final class FigureLine {
    private static final double MEGA = 1e6;

    private FigureLine() {
    }

    static String of(Figure figure) {
        return switch (figure) {
            case Machine machine -> machine(machine);
            case Figure.Decode decode -> timed("decode", decode(decode), decode.timing());
            case Figure.Preprocess crop -> timed("preprocess", String.format(ROOT, "%s, of %d x %d", crop.kind(),
                    crop.width(), crop.height()), crop.timing());
            case Figure.Encode encode -> String.format(ROOT, "%-11s%-70s %8.1f a second %8.2f ms CPU a picture",
                    "encode", encode.model() + ", " + encode.provider() + ", " + encode.threads()
                            + (encode.threads() == 1 ? " thread" : " threads") + ", batch " + encode.batch(),
                    encode.picturesPerSecond(), encode.cpuMsPerPicture());
            case Figure.Text text -> timed("text", text.model() + ", " + text.query()
                    + (text.tokens() == null ? "" : ", " + text.tokens() + " tokens"), text.timing());
            case Figure.Padding padding -> String.format(ROOT,
                    "%-11s%s: %d tokens take %.0f %% of the time and %.0f %% of the CPU of %d padded ones", "padding",
                    padding.model(), padding.tokens(), 100 * padding.clockShare(), 100 * padding.cpuShare(),
                    padding.paddedTo());
            case Figure.Search search -> timed("search", String.format(ROOT, "%,d vectors of %d dimensions",
                    search.vectors(), search.dimension()), search.timing());
        };
    }

    private static String machine(Machine machine) {
        return String.format(ROOT,
                "%-11s%s, %d cores, %.1f GiB, %s%n%-11sJava %s%n%-11sONNX Runtime %s; encodes on %s%n%-11s%s",
                "machine", machine.processor(), machine.cores(), machine.memoryMib() / 1024.0, machine.system(), "",
                machine.java(), "", machine.onnxRuntime(), machine.provider(), "load", machine.load() < 0
                        ? "not known"
                        : String.format(ROOT, "%.1f runnable threads, other programs' included", machine.load()));
    }

    private static String decode(Figure.Decode decode) {
        String scale = decode.decodedWidth() == decode.width()
                ? "whole"
                : "to " + decode.decodedWidth() + " x " + decode.decodedHeight();
        return String.format(ROOT, "JPEG of %.1f megapixels, %.1f MB, %s", decode.width() * decode.height() / MEGA,
                decode.bytes() / MEGA, scale);
    }

    private static String timed(String what, String of, Timing timing) {
        return String.format(ROOT, "%-11s%-70s %8.2f ms (95 %% %8.2f) %8.2f ms CPU", what, of, timing.p50Ms(),
                timing.p95Ms(), timing.cpuMs());
    }
}
