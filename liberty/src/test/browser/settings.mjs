/** What the test that starts this suite passes on. */
function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start this suite with ./mvnw verify`);
  return value;
}

export const settings = {
  get url() {
    return required('SMARTCHAT_URL');
  },
  get email() {
    return required('SMARTCHAT_ADMIN_EMAIL');
  },
  get password() {
    return required('SMARTCHAT_ADMIN_PASSWORD');
  },
  get setupToken() {
    return required('SETUP_TOKEN');
  },
  /** Answers POST: the server is killed and started again. */
  get restartUrl() {
    return required('RESTART_URL');
  },
  get documents() {
    return required('DOCUMENTS');
  },
  get pictures() {
    return required('PICTURES');
  },
  get chromium() {
    return required('CHROMIUM');
  },
};
