import styles from './Brand.module.css';

export function Brand() {
  return (
    <div className={styles.brand}>
      <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="24" height="24" />
      SmartChat
    </div>
  );
}
