package io.smartchat.rag.pgvector;

import io.smartchat.rag.Candidate;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of chunk, lexical score, cosine, known language. */
final class CandidateRows {

    private CandidateRows() {}

    static List<Candidate> read(PreparedStatement select) throws SQLException {
        ResultSet rows = select.executeQuery();
        List<Candidate> candidates = new ArrayList<>();
        while (rows.next()) {
            candidates.add(new Candidate(rows.getLong(1), rows.getDouble(2), rows.getDouble(3), rows.getBoolean(4)));
        }
        return candidates;
    }
}
