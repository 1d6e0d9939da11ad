package semblance.model.starter;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import semblance.model.ModelLoadException;

/// Reads files of the starter whole. They come with the program, so a missing or damaged one means a damaged
/// installation.
record StarterFiles(ModelFiles files) {
    byte[] read(String name) {
        try (InputStream in = files.open(name).orElseThrow(() -> damaged(name, "is missing"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelLoadException(message(name, "cannot be read (" + e.getMessage() + ")"), e);
        }
    }

    byte[] readVerified(String name, String sha256) {
        byte[] bytes = read(name);
        String found = HexFormat.of().formatHex(sha256(bytes));
        if (!found.equals(sha256)) {
            throw damaged(name, "is damaged (SHA-256 " + found + " instead of " + sha256 + ")");
        }
        return bytes;
    }

    private static ModelLoadException damaged(String name, String what) {
        return new ModelLoadException(message(name, what));
    }

    private static String message(String name, String what) {
        return "The file " + name + " of the starter model " + what + ". Reinstall Semblance.";
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
