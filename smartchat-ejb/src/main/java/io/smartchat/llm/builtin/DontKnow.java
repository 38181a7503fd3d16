package io.smartchat.llm.builtin;

/** What is said when the documents hold no answer, in the visitor's language. */
final class DontKnow {

    private DontKnow() {}

    static String in(Language language) {
        return switch (language) {
            case ENGLISH ->
                "I'm sorry, I don't know: I found no answer to that in the documents I have. Could you put the question"
                        + " another way?";
            case GERMAN ->
                "Das weiß ich leider nicht: In den Unterlagen, die ich habe, steht dazu keine Antwort. Magst du die Frage"
                        + " anders stellen?";
            case SPANISH ->
                "Lo siento, no lo sé: no encuentro la respuesta en los documentos que tengo. ¿Podría preguntarlo de otra"
                        + " manera?";
            case FRENCH ->
                "Désolé, je ne sais pas : je n'ai pas trouvé de réponse dans les documents dont je dispose."
                        + " Pourriez-vous poser la question autrement ?";
            case ARABIC ->
                "عذرًا، لا أعرف: لم أجد إجابة عن ذلك في المستندات المتاحة لي. هل يمكنك طرح السؤال بطريقة أخرى؟";
            case CHINESE -> "抱歉，我不知道：在现有的文档中没有找到答案。您可以换一种问法吗？";
            case JAPANESE -> "申し訳ありませんが、わかりません。手元の資料に答えが見つかりませんでした。別の言い方で質問していただけますか。";
        };
    }
}
