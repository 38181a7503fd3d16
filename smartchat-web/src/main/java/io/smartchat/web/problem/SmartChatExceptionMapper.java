package io.smartchat.web.problem;

import io.smartchat.platform.SmartChatException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class SmartChatExceptionMapper implements ExceptionMapper<SmartChatException> {

    private static final System.Logger LOG = System.getLogger(SmartChatExceptionMapper.class.getName());

    @Override
    public Response toResponse(SmartChatException exception) {
        if (exception.getCause() != null) {
            LOG.log(System.Logger.Level.WARNING, exception.code().code(), exception.getCause());
        }
        return Problems.response(exception);
    }
}
