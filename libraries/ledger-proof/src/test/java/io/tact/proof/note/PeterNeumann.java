package io.tact.proof.note;

/** Keys and a note from the tests of Go's golang.org/x/mod/sumdb/note. */
final class PeterNeumann {
    static final String VERIFIER_KEY =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    static final String SIGNING_KEY =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    static final String ENOCH_ROOT_VERIFIER_KEY =
            "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

    static final String TEXT =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    static final String SIGNATURE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    static final String ENOCH_ROOT_SIGNATURE =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    private PeterNeumann() {}

    static VerifierKey verifierKey() {
        return VerifierKey.parse(VERIFIER_KEY).orElseThrow();
    }

    static SigningKey signingKey() {
        return SigningKey.parse(SIGNING_KEY).orElseThrow();
    }
}
