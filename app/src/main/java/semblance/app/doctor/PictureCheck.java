package semblance.app.doctor;

import java.util.Base64;
import java.util.List;

import semblance.indexer.HealthCheck;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodedPhoto;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.decode.worker.DecoderHost;

/// Whether pictures can be decoded: in this process, and in one of those for HEIC and the like.
final class PictureCheck {
    /// A picture of one pixel: the smallest of those that OpenCV reads.
    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNoaGgAAAMEAYFL09IQAAAAAElFTkSuQmCC";
    /// Left half blue, right half red, 64 by 64 pixels.
    private static final String HEIC = """
                                       AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA
                                       AA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAASAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEA
                                       AGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMA
                                       AAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3Bl
                                       AAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAABQbWRhdAAAAEQoAa8TgJ2A7kAqDv/5
                                       aUV/irq+8NNgkOEfhxJeAGRg3+qGWzI1jOaC+y9lQji3nzlERI2uQq3nQT7usFLpili1VtDLgA==""";
    private static final int HEIC_SIDE = 64;

    private PictureCheck() {
    }

    static List<HealthCheck> all() {
        try (DecoderHost decoders = new DecoderHost(1)) {
            PhotoDecoder decoder = decoders.decoder();
            return List.of(check("decoder", decoder, PNG, 1, "reads pictures"),
                    check("heic decoder", decoder, HEIC, HEIC_SIDE, "reads HEIC and AVIF"));
        }
    }

    private static HealthCheck check(String name, PhotoDecoder decoder, String file, int side, String well) {
        try {
            DecodedPhoto photo = decoder.decode(Base64.getMimeDecoder().decode(file), side, side);
            boolean whole = photo.image().width() == side;
            return new HealthCheck(name, whole, whole ? well : "reads pictures of a wrong size");
        } catch (DecodeException | LinkageError e) {
            return new HealthCheck(name, false, Diagnosis.of(e).sentence());
        }
    }
}
