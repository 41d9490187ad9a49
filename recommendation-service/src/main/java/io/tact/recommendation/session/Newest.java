package io.tact.recommendation.session;

/** The newest of the sessions that were put in: a heap of ints with the oldest on top. */
final class Newest {
    /** No session had to go. */
    static final int NONE = -1;

    private final int[] sessions;
    private int size;

    Newest(int most) {
        sessions = new int[most];
    }

    /** Whether this one would not be kept, and so no older one either. */
    boolean isTooOld(int session) {
        return size == sessions.length && session < sessions[0];
    }

    /**
     * Puts in one that is not too old.
     *
     * @return the one that had to go
     */
    int put(int session) {
        if (size < sessions.length) {
            rise(session);
            return NONE;
        }
        int oldest = sessions[0];
        sink(session);
        return oldest;
    }

    void clear() {
        size = 0;
    }

    private void rise(int session) {
        int place = size++;
        while (place > 0 && sessions[(place - 1) >>> 1] > session) {
            sessions[place] = sessions[(place - 1) >>> 1];
            place = (place - 1) >>> 1;
        }
        sessions[place] = session;
    }

    private void sink(int session) {
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && sessions[child + 1] < sessions[child]) {
                child++;
            }
            if (sessions[child] > session) {
                break;
            }
            sessions[place] = sessions[child];
            place = child;
        }
        sessions[place] = session;
    }
}
