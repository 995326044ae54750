"""Looking the installation over: what `hjemmebot doctor` asks the machine, the database and Microsoft."""
