# bash completion for gregor and the kafka-*.sh tools: source <(gregor completion bash)
# Made by 'gregor completion bash'; changes belong in the commands.

# What may follow the words of a command; 1 when there is no such command.
_gregor_node() {
  case $1 in
    'gregor')
      subs='acl apply broker cluster completion config console consume context demo diff export group help leader log produce quota topic tx undo user'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor acl')
      subs='add list remove'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor acl add')
      subs=''
      args=''
      options='--bootstrap-server --cluster --columns --command-config --confirm --consumer --context --delegation-token --deny --dry-run --group --help --host --operation --output --prefixed --producer --timeout --topic --transactional-id --user-principal --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts --delegation-token:- --group:- --host:- --operation:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --topic:- --transactional-id:- --user-principal:- '
      ;;
    'gregor acl list')
      subs=''
      args=''
      options='--bootstrap-server --cluster --columns --command-config --context --delegation-token --exact --group --help --output --prefixed --principal --timeout --topic --transactional-id --user-principal --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts --delegation-token:- --group:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --principal:- --timeout:- --topic:- --transactional-id:- --user-principal:- '
      ;;
    'gregor acl remove')
      subs=''
      args=''
      options='--allow --bootstrap-server --cluster --columns --command-config --confirm --context --delegation-token --deny --dry-run --group --help --host --operation --output --prefixed --timeout --topic --transactional-id --user-principal --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts --delegation-token:- --group:- --host:- --operation:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --topic:- --transactional-id:- --user-principal:- '
      ;;
    'gregor apply')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --expression --file --help --output --prune --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -e:- --expression:- -f:@files --file:@files -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor broker')
      subs='describe list logdirs'
      args='@files'
      options='--help --override'
      takes=' --override:@broker-configs= '
      ;;
    'gregor broker describe')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor broker list')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor broker logdirs')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --output --partitions --timeout --topic --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --topic:@topics '
      ;;
    'gregor cluster')
      subs='doctor features info quorum'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor cluster doctor')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --group-seconds --help --output --quiet --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts --group-seconds:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor cluster features')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor cluster info')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor cluster quorum')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor completion')
      subs=''
      args='bash,fish,zsh'
      options='--help --version'
      takes=''
      ;;
    'gregor config')
      subs='get list set unset'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor config get')
      subs=''
      args='broker,group,logger,metrics,topic @entity-names @entity-configs'
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor config list')
      subs=''
      args='broker,group,logger,metrics,topic @entity-names'
      options='--all --bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor config set')
      subs=''
      args='broker,group,logger,metrics,topic @entity-names @entity-configs='
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --file --help --output --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts --file:@files -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor config unset')
      subs=''
      args='broker,group,logger,metrics,topic @entity-names @entity-configs'
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --output --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor console')
      subs=''
      args=''
      options='--bootstrap-server --command-config --context --help --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --command-config:@files --context:@contexts --timeout:- '
      ;;
    'gregor consume')
      subs=''
      args='@topics'
      options='--bootstrap-server --command-config --context --count --exit --follow --format --grep --group --help --isolation-level --last --offset --output --partition --regex --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --command-config:@files --context:@contexts -c:- --count:- -f:- --format:- --grep:- -g:@groups --group:@groups --isolation-level:read_committed,read_uncommitted -n:- --last:- --offset:- -o:json,text --output:json,text -p:- --partition:- --timeout:- '
      ;;
    'gregor context')
      subs='add list remove rename show use'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor context add')
      subs=''
      args=''
      options='--bootstrap-server --cluster-id --command-config --help --property --protected --read-only --replace --version'
      takes=' -b:@addresses, --bootstrap:@addresses, --bootstrap-server:@addresses, --cluster-id:- --config:@files --command-config:@files -p:- --property:- '
      ;;
    'gregor context list')
      subs=''
      args=''
      options='--columns --help --output --version'
      takes=' --columns:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml '
      ;;
    'gregor context remove')
      subs=''
      args='@contexts'
      options='--help --version'
      takes=''
      ;;
    'gregor context rename')
      subs=''
      args='@contexts -'
      options='--help --version'
      takes=''
      ;;
    'gregor context show')
      subs=''
      args='@contexts'
      options='--columns --help --output --version'
      takes=' --columns:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml '
      ;;
    'gregor context use')
      subs=''
      args='@contexts'
      options='--help --version'
      takes=''
      ;;
    'gregor demo')
      subs=''
      args='@files'
      options='--help --keep --port'
      takes=' --port:- '
      ;;
    'gregor diff')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --expression --file --help --output --prune --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -e:- --expression:- -f:@files --file:@files -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor export')
      subs=''
      args=''
      options='--bootstrap-server --command-config --context --file --help --only --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --command-config:@files --context:@contexts -f:@files --file:@files --only:- --timeout:- '
      ;;
    'gregor group')
      subs='delete describe lag list members reset state'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor group delete')
      subs=''
      args='@groups'
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --output --timeout --topic --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --topic:@topics '
      ;;
    'gregor group describe')
      subs=''
      args='@groups'
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor group lag')
      subs=''
      args='@groups'
      options='--bootstrap-server --columns --command-config --context --help --interval --min --output --timeout --times --verbose --version --watch'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts --interval:- --min:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --times:- '
      ;;
    'gregor group list')
      subs=''
      args='@groups'
      options='--bootstrap-server --columns --command-config --context --help --output --state --timeout --type --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --state:- --timeout:- --type:- '
      ;;
    'gregor group members')
      subs=''
      args='@groups'
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor group reset')
      subs=''
      args='@groups'
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --output --timeout --to --topic --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --to:- --topic:@topics '
      ;;
    'gregor group state')
      subs=''
      args='@groups'
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor help')
      subs=''
      args=''
      options='--help --json'
      takes=''
      ;;
    'gregor leader')
      subs='elect list'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor leader elect')
      subs=''
      args='@topics'
      options='--all --bootstrap-server --columns --command-config --confirm --context --dry-run --help --output --timeout --unclean --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor leader list')
      subs=''
      args='@topics'
      options='--all --bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor log')
      subs='dump ls offsets stats verify'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor log dump')
      subs=''
      args='@files'
      options='--batches --columns --format --help --max --offsets --output --raw --version'
      takes=' --columns:- -f:- --format:- -n:- --max:- --offsets:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml '
      ;;
    'gregor log ls')
      subs=''
      args='@files'
      options='--columns --help --output --version'
      takes=' --columns:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml '
      ;;
    'gregor log offsets')
      subs=''
      args='@files'
      options='--columns --help --output --segments --version'
      takes=' --columns:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml '
      ;;
    'gregor log stats')
      subs=''
      args='@files'
      options='--columns --help --output --top --version'
      takes=' --columns:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --top:- '
      ;;
    'gregor log verify')
      subs=''
      args='@files'
      options='--columns --help --output --shallow --version'
      takes=' --columns:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml '
      ;;
    'gregor produce')
      subs=''
      args='@topics @files'
      options='--acks --bootstrap-server --command-config --compression --context --count --header --help --input --key --key-separator --partition --quiet --rate --template --timeout --tombstone --verbose --version'
      takes=' -a:- --acks:- -b:@addresses, --bootstrap-server:@addresses, --command-config:@files -z:- --compression:- --context:@contexts -c:- --count:- -H:- --header:- -i:json,lines,whole --input:json,lines,whole -k:- --key:- -K:- --key-separator:- -p:- --partition:- --rate:- --template:- --timeout:- '
      ;;
    'gregor quota')
      subs='list remove set'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor quota list')
      subs=''
      args=''
      options='--bootstrap-server --client-id --columns --command-config --context --help --ip --output --timeout --user --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --client-id:- --columns:- --command-config:@files --context:@contexts --ip:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --user:- '
      ;;
    'gregor quota remove')
      subs=''
      args=''
      options='--bootstrap-server --client-id --columns --command-config --confirm --context --dry-run --help --ip --output --timeout --user --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --client-id:- --columns:- --command-config:@files --confirm:@contexts --context:@contexts --ip:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --user:- '
      ;;
    'gregor quota set')
      subs=''
      args=''
      options='--bootstrap-server --client-id --columns --command-config --confirm --context --dry-run --help --ip --output --timeout --user --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --client-id:- --columns:- --command-config:@files --confirm:@contexts --context:@contexts --ip:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- --user:- '
      ;;
    'gregor topic')
      subs='alter create delete delete-records describe list'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor topic alter')
      subs=''
      args='@topics'
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --output --partitions --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml -p:- --partitions:- --timeout:- '
      ;;
    'gregor topic create')
      subs=''
      args='@topics'
      options='--bootstrap-server --columns --command-config --config --confirm --context --dry-run --help --if-not-exists --output --partitions --replication-factor --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files -c:@topic-configs= --config:@topic-configs= --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml -p:- --partitions:- -r:- --replication-factor:- --timeout:- '
      ;;
    'gregor topic delete')
      subs=''
      args='@topics'
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --if-exists --output --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor topic delete-records')
      subs=''
      args='@topics'
      options='--before --bootstrap-server --columns --command-config --confirm --context --dry-run --help --output --timeout --verbose --version --yes'
      takes=' --before:- -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor topic describe')
      subs=''
      args='@topics'
      options='--bootstrap-server --columns --command-config --context --help --output --regex --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor topic list')
      subs=''
      args='@topics'
      options='--bootstrap-server --columns --command-config --context --exclude-internal --help --output --regex --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor tx')
      subs='abort describe hanging list producers'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor tx abort')
      subs=''
      args='@topics'
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --id --output --start-offset --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts --id:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --start-offset:- --timeout:- '
      ;;
    'gregor tx describe')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor tx hanging')
      subs=''
      args='@topics'
      options='--bootstrap-server --columns --command-config --context --help --max-minutes --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts --max-minutes:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor tx list')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --longer-than --output --pattern --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts --longer-than:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --pattern:@topics --timeout:- '
      ;;
    'gregor tx producers')
      subs=''
      args='@topics'
      options='--bootstrap-server --broker --columns --command-config --context --help --open --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --broker:- --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor undo')
      subs=''
      args='@files'
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --last --list --output --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor user')
      subs='add list remove'
      args=''
      options='--help --version'
      takes=''
      ;;
    'gregor user add')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --iterations --mechanism --output --password-env --password-file --password-stdin --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts --iterations:- --mechanism:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --password-env:- --password-file:@files --timeout:- '
      ;;
    'gregor user list')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --context --help --output --timeout --verbose --version'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --context:@contexts -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'gregor user remove')
      subs=''
      args=''
      options='--bootstrap-server --columns --command-config --confirm --context --dry-run --help --mechanism --output --timeout --verbose --version --yes'
      takes=' -b:@addresses, --bootstrap-server:@addresses, --columns:- --command-config:@files --confirm:@contexts --context:@contexts --mechanism:- -o:json,name,table,wide,yaml --output:json,name,table,wide,yaml --timeout:- '
      ;;
    'kafka-acls.sh')
      subs=''
      args=''
      options='--add --allow-host --allow-principal --bootstrap-controller --bootstrap-server --cluster --command-config --consumer --delegation-token --deny-host --deny-principal --force --group --help --idempotent --list --operation --principal --producer --remove --resource-pattern-type --topic --transactional-id --user-principal --version'
      takes=' --allow-host:- --allow-principal:- --bootstrap-controller:- --bootstrap-server:@addresses, --command-config:- --delegation-token:- --deny-host:- --deny-principal:- --group:@groups --operation:All,Alter,AlterConfigs,ClusterAction,Create,CreateTokens,Delete,Describe,DescribeConfigs,DescribeTokens,IdempotentWrite,Read,Write --principal:- --resource-pattern-type:any,literal,match,prefixed --topic:@topics --transactional-id:- --user-principal:- '
      ;;
    'kafka-broker-api-versions.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --help --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files '
      ;;
    'kafka-client-metrics.sh')
      subs=''
      args=''
      options='--alter --bootstrap-server --command-config --delete --describe --generate-name --help --interval --list --match --metrics --name --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --interval:- --match:- --metrics:- --name:- '
      ;;
    'kafka-configs.sh')
      subs=''
      args=''
      options='--add-config --add-config-file --all --alter --bootstrap-controller --bootstrap-server --broker --broker-defaults --broker-logger --client --client-defaults --client-metrics --command-config --delete-config --describe --entity-default --entity-name --entity-type --group --help --ip --ip-defaults --topic --user --user-defaults --version'
      takes=' --add-config:@entity-configs= --add-config-file:- --bootstrap-controller:- --bootstrap-server:@addresses, --broker:@brokers --broker-logger:@brokers --client:- --client-metrics:- --command-config:@files --delete-config:@entity-configs, --entity-name:@entity-names --entity-type:broker-loggers,brokers,client-metrics,clients,groups,ips,topics,users --group:@groups --ip:- --topic:@topics --user:- '
      ;;
    'kafka-console-consumer.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --command-property --consumer-property --consumer.config --enable-systest-events --formatter --formatter-config --formatter-property --from-beginning --group --help --include --isolation-level --key-deserializer --max-messages --offset --partition --property --skip-message-on-error --timeout-ms --topic --value-deserializer --version --whitelist'
      takes=' --bootstrap-server:@addresses, --command-config:@files --command-property:- --consumer-property:- --consumer.config:@files --formatter:- --formatter-config:@files --formatter-property:- --group:@groups --include:@topics --isolation-level:read_committed,read_uncommitted --key-deserializer:- --max-messages:- --offset:earliest,latest --partition:- --property:- --timeout-ms:- --topic:@topics --value-deserializer:- --whitelist:@topics '
      ;;
    'kafka-console-producer.sh')
      subs=''
      args=''
      options='--batch-size --bootstrap-server --broker-list --command-config --command-property --compression-codec --help --line-reader --max-block-ms --max-memory-bytes --max-partition-memory-bytes --message-send-max-retries --metadata-expiry-ms --producer-property --producer.config --property --reader-config --reader-property --request-required-acks --request-timeout-ms --retry-backoff-ms --socket-buffer-size --sync --timeout --topic --version'
      takes=' --batch-size:- --bootstrap-server:@addresses, --broker-list:@addresses, --command-config:@files --command-property:- --compression-codec:gzip,lz4,none,snappy,zstd --line-reader:- --max-block-ms:- --max-memory-bytes:- --max-partition-memory-bytes:- --message-send-max-retries:- --metadata-expiry-ms:- --producer-property:- --producer.config:@files --property:- --reader-config:@files --reader-property:- --request-required-acks:-1,0,1,all --request-timeout-ms:- --retry-backoff-ms:- --socket-buffer-size:- --timeout:- --topic:@topics '
      ;;
    'kafka-console-share-consumer.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --command-property --consumer-config --consumer-property --enable-systest-events --formatter --formatter-config --formatter-property --group --help --key-deserializer --max-messages --property --reject --reject-message-on-error --release --timeout-ms --topic --value-deserializer --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --command-property:- --consumer-config:@files --consumer-property:- --formatter:- --formatter-config:@files --formatter-property:- --group:@groups --key-deserializer:- --max-messages:- --property:- --timeout-ms:- --topic:@topics --value-deserializer:- '
      ;;
    'kafka-consumer-groups.sh')
      subs=''
      args=''
      options='--all-groups --all-topics --bootstrap-server --by-duration --command-config --delete --delete-offsets --describe --dry-run --execute --export --from-file --group --help --list --members --offsets --reset-offsets --shift-by --state --timeout --to-current --to-datetime --to-earliest --to-latest --to-offset --topic --type --validate-regex --verbose --version'
      takes=' --bootstrap-server:@addresses, --by-duration:- --command-config:@files --from-file:@files --group:@groups --shift-by:- --state:- --timeout:- --to-datetime:- --to-offset:- --topic:@topics --type:- --validate-regex:- '
      ;;
    'kafka-consumer-perf-test.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --command-property --consumer.config --date-format --fetch-size --from-latest --group --help --hide-header --include --messages --num-records --print-metrics --reporting-interval --show-detailed-stats --socket-buffer-size --timeout --topic --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --command-property:- --consumer.config:@files --date-format:- --fetch-size:- --group:@groups --include:@topics --messages:- --num-records:- --reporting-interval:- --socket-buffer-size:- --timeout:- --topic:@topics '
      ;;
    'kafka-delegation-tokens.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --create --describe --expire --expiry-time-period --help --hmac --max-life-time-period --owner-principal --renew --renew-time-period --renewer-principal --version'
      takes=' --bootstrap-server:@addresses, --command-config:- --expiry-time-period:- --hmac:- --max-life-time-period:- --owner-principal:- --renew-time-period:- --renewer-principal:- '
      ;;
    'kafka-delete-records.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --help --offset-json-file --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --offset-json-file:@files '
      ;;
    'kafka-dump-log.sh')
      subs=''
      args=''
      options='--cluster-metadata-decoder --deep-iteration --files --help --index-sanity-check --key-decoder-class --max-bytes --max-message-size --offsets-decoder --print-data-log --remote-log-metadata-decoder --share-group-state-decoder --skip-record-metadata --transaction-log-decoder --value-decoder-class --verify-index-only --version'
      takes=' --files:@files --key-decoder-class:- --max-bytes:- --max-message-size:- --value-decoder-class:- '
      ;;
    'kafka-e2e-latency.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --help --num-headers --num-records --producer-acks --record-header-key-size --record-header-size --record-key-size --record-size --topic --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --num-headers:- --num-records:- --producer-acks:- --record-header-key-size:- --record-header-size:- --record-key-size:- --record-size:- --topic:@topics '
      ;;
    'kafka-get-offsets.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --exclude-internal-topics --help --partitions --time --topic --topic-partitions --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --partitions:- --time:- --topic:@topics --topic-partitions:@topics, '
      ;;
    'kafka-groups.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --consumer --group-type --help --list --protocol --share --streams --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --group-type:- --protocol:- '
      ;;
    'kafka-leader-election.sh')
      subs=''
      args=''
      options='--admin.config --all-topic-partitions --bootstrap-server --command-config --election-type --help --partition --path-to-json-file --topic --version'
      takes=' --admin.config:@files --bootstrap-server:@addresses, --command-config:@files --election-type:preferred,unclean --partition:- --path-to-json-file:@files --topic:@topics '
      ;;
    'kafka-log-dirs.sh')
      subs=''
      args=''
      options='--bootstrap-server --broker-list --command-config --describe --help --topic-list --version'
      takes=' --bootstrap-server:@addresses, --broker-list:@brokers, --command-config:@files --topic-list:@topics, '
      ;;
    'kafka-preferred-replica-election.sh')
      subs=''
      args=''
      options='--admin.config --bootstrap-server --help --path-to-json-file --version'
      takes=' --admin.config:@files --bootstrap-server:@addresses, --path-to-json-file:- '
      ;;
    'kafka-share-consumer-perf-test.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --command-property --consumer.config --date-format --fetch-size --group --help --hide-header --messages --num-records --print-metrics --reporting-interval --show-consumer-stats --show-detailed-stats --socket-buffer-size --threads --timeout --topic --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --command-property:- --consumer.config:@files --date-format:- --fetch-size:- --group:@groups --messages:- --num-records:- --reporting-interval:- --socket-buffer-size:- --threads:- --timeout:- --topic:@topics '
      ;;
    'kafka-share-groups.sh')
      subs=''
      args=''
      options='--all-groups --all-topics --bootstrap-server --command-config --delete --delete-offsets --describe --dry-run --execute --group --help --list --members --offsets --reset-offsets --state --timeout --to-datetime --to-earliest --to-latest --topic --verbose --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --group:@groups --state:- --timeout:- --to-datetime:- --topic:@topics '
      ;;
    'kafka-streams-groups.sh')
      subs=''
      args=''
      options='--all-groups --all-input-topics --bootstrap-server --by-duration --command-config --delete --delete-all-internal-topics --delete-internal-topic --delete-offsets --describe --dry-run --execute --export --from-file --group --help --input-topic --list --members --offsets --reset-offsets --shift-by --state --timeout --to-current --to-datetime --to-earliest --to-latest --to-offset --verbose --version'
      takes=' --bootstrap-server:@addresses, --by-duration:- --command-config:@files --delete-internal-topic:- --from-file:@files --group:@groups --input-topic:- --shift-by:- --state:- --timeout:- --to-datetime:- --to-offset:- '
      ;;
    'kafka-topics.sh')
      subs=''
      args=''
      options='--alter --at-min-isr-partitions --bootstrap-server --command-config --config --create --delete --delete-config --describe --exclude-internal --help --if-exists --if-not-exists --list --partition-size-limit-per-response --partitions --replica-assignment --replication-factor --topic --topic-id --topics-with-overrides --unavailable-partitions --under-min-isr-partitions --under-replicated-partitions --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files --config:@topic-configs= --delete-config:@topic-configs --partition-size-limit-per-response:- --partitions:- --replica-assignment:- --replication-factor:- --topic:@topics --topic-id:- '
      ;;
    'kafka-cluster.sh')
      subs='cluster-id list-endpoints unregister'
      args=''
      options='--help'
      takes=''
      ;;
    'kafka-cluster.sh cluster-id')
      subs=''
      args=''
      options='--bootstrap-controller --bootstrap-server --command-config --config --help'
      takes=' --bootstrap-controller:- -C:- --bootstrap-server:- -b:- --command-config:- -c:- --config:@topic-configs= '
      ;;
    'kafka-cluster.sh unregister')
      subs=''
      args=''
      options='--bootstrap-controller --bootstrap-server --command-config --config --help --id'
      takes=' --bootstrap-controller:- -C:- --bootstrap-server:- -b:- --command-config:- -c:- --config:@topic-configs= --id:- -i:- '
      ;;
    'kafka-cluster.sh list-endpoints')
      subs=''
      args=''
      options='--bootstrap-controller --bootstrap-server --command-config --config --help --include-fenced-brokers'
      takes=' --bootstrap-controller:- -C:- --bootstrap-server:- -b:- --command-config:- -c:- --config:@topic-configs= '
      ;;
    'kafka-features.sh')
      subs='describe disable downgrade feature-dependencies upgrade version-mapping'
      args=''
      options='--bootstrap-controller --bootstrap-server --command-config --help'
      takes=' --bootstrap-controller:- --bootstrap-server:@addresses, --command-config:- '
      ;;
    'kafka-features.sh describe')
      subs=''
      args=''
      options='--help --node-id'
      takes=' --node-id:- '
      ;;
    'kafka-features.sh upgrade')
      subs=''
      args=''
      options='--dry-run --feature --help --metadata --release-version'
      takes=' --feature:- --metadata:- --release-version:- '
      ;;
    'kafka-features.sh downgrade')
      subs=''
      args=''
      options='--dry-run --feature --help --metadata --release-version --unsafe'
      takes=' --feature:- --metadata:- --release-version:- '
      ;;
    'kafka-features.sh disable')
      subs=''
      args=''
      options='--dry-run --feature --help --unsafe'
      takes=' --feature:- '
      ;;
    'kafka-features.sh version-mapping')
      subs=''
      args=''
      options='--help --release-version'
      takes=' --release-version:- '
      ;;
    'kafka-features.sh feature-dependencies')
      subs=''
      args=''
      options='--feature --help'
      takes=' --feature:- '
      ;;
    'kafka-metadata-quorum.sh')
      subs='add-controller describe remove-controller'
      args=''
      options='--bootstrap-controller --bootstrap-server --command-config --help'
      takes=' --bootstrap-controller:- --bootstrap-server:@addresses, --command-config:- '
      ;;
    'kafka-metadata-quorum.sh describe')
      subs=''
      args=''
      options='--help --human-readable --replication --status'
      takes=''
      ;;
    'kafka-metadata-quorum.sh add-controller')
      subs=''
      args=''
      options='--dry-run --help'
      takes=''
      ;;
    'kafka-metadata-quorum.sh remove-controller')
      subs=''
      args=''
      options='--controller-directory-id --controller-id --dry-run --help'
      takes=' --controller-directory-id:- -d:- --controller-id:- -i:- '
      ;;
    'kafka-producer-perf-test.sh')
      subs=''
      args=''
      options='--bootstrap-server --command-config --command-property --help --num-records --payload-delimiter --payload-file --payload-monotonic --print-metrics --producer-props --producer.config --record-size --reporting-interval --throughput --topic --transaction-duration-ms --transactional-id --warmup-records'
      takes=' --bootstrap-server:@addresses, --command-config:@files --command-property:- --num-records:- --payload-delimiter:- --payload-file:@files --producer-props:- --producer.config:@files --record-size:- --reporting-interval:- --throughput:- --topic:@topics --transaction-duration-ms:- --transactional-id:- --warmup-records:- '
      ;;
    'kafka-storage.sh')
      subs='feature-dependencies format info random-uuid version-mapping'
      args=''
      options='--help'
      takes=''
      ;;
    'kafka-storage.sh info')
      subs=''
      args=''
      options='--config --help'
      takes=' --config:- -c:- '
      ;;
    'kafka-storage.sh format')
      subs=''
      args=''
      options='--add-scram --cluster-id --config --feature --help --ignore-formatted --initial-controllers --no-initial-controllers --release-version --standalone'
      takes=' --add-scram:- -S:- --cluster-id:- -t:- --config:- -c:- --feature:- -f:- --initial-controllers:- -I:- --release-version:- -r:- '
      ;;
    'kafka-storage.sh version-mapping')
      subs=''
      args=''
      options='--help --release-version'
      takes=' --release-version:- -r:- '
      ;;
    'kafka-storage.sh feature-dependencies')
      subs=''
      args=''
      options='--feature --help'
      takes=' --feature:- -f:- '
      ;;
    'kafka-storage.sh random-uuid')
      subs=''
      args=''
      options='--help'
      takes=''
      ;;
    'kafka-transactions.sh')
      subs='abort describe describe-producers find-hanging forceTerminateTransaction list'
      args=''
      options='--bootstrap-server --command-config --help --version'
      takes=' --bootstrap-server:@addresses, --command-config:@files '
      ;;
    'kafka-transactions.sh list')
      subs=''
      args=''
      options='--duration-filter --help --transactional-id-pattern'
      takes=' --duration-filter:- --transactional-id-pattern:- '
      ;;
    'kafka-transactions.sh describe')
      subs=''
      args=''
      options='--help --transactional-id'
      takes=' --transactional-id:- '
      ;;
    'kafka-transactions.sh describe-producers')
      subs=''
      args=''
      options='--broker-id --help --partition --topic'
      takes=' --broker-id:@brokers --partition:- --topic:@topics '
      ;;
    'kafka-transactions.sh abort')
      subs=''
      args=''
      options='--coordinator-epoch --help --partition --producer-epoch --producer-id --start-offset --topic'
      takes=' --coordinator-epoch:- --partition:- --producer-epoch:- --producer-id:- --start-offset:- --topic:@topics '
      ;;
    'kafka-transactions.sh find-hanging')
      subs=''
      args=''
      options='--broker-id --help --max-transaction-timeout --partition --topic'
      takes=' --broker-id:@brokers --max-transaction-timeout:- --partition:- --topic:@topics '
      ;;
    'kafka-transactions.sh forceTerminateTransaction')
      subs=''
      args=''
      options='--help --transactionalId'
      takes=' --transactionalId:- '
      ;;
    'connect-distributed.sh')
      subs=''
      args='@files'
      options='--help --version -daemon -loggc -name'
      takes=' -name:- '
      ;;
    'connect-mirror-maker.sh')
      subs=''
      args='@files'
      options='--help --version -daemon -loggc -name'
      takes=' -name:- '
      ;;
    'connect-plugin-path.sh')
      subs='list sync-manifests'
      args=''
      options='--help --version'
      takes=''
      ;;
    'connect-plugin-path.sh list')
      subs=''
      args=''
      options='--help --plugin-location --plugin-path --worker-config'
      takes=' --plugin-location:- --plugin-path:@files --worker-config:@files '
      ;;
    'connect-plugin-path.sh sync-manifests')
      subs=''
      args=''
      options='--dry-run --help --keep-not-found --plugin-location --plugin-path --worker-config'
      takes=' --plugin-location:- --plugin-path:@files --worker-config:@files '
      ;;
    'connect-standalone.sh')
      subs=''
      args='@files'
      options='--help --version -daemon -loggc -name'
      takes=' -name:- '
      ;;
    'kafka-jmx.sh')
      subs=''
      args=''
      options='--attributes --date-format --help --jmx-auth-prop --jmx-ssl-enable --jmx-url --object-name --one-time --report-format --reporting-interval --version --wait'
      takes=' --attributes:- --date-format:- --jmx-auth-prop:- --jmx-ssl-enable:- --jmx-url:- --object-name:- --report-format:- --reporting-interval:- '
      ;;
    'kafka-metadata-shell.sh')
      subs=''
      args=''
      options='--help --snapshot --version'
      takes=' --snapshot:- '
      ;;
    'kafka-reassign-partitions.sh')
      subs=''
      args=''
      options='--additional --bootstrap-controller --bootstrap-server --broker-list --cancel --command-config --disable-rack-aware --disallow-replication-factor-change --execute --generate --help --list --preserve-throttles --reassignment-json-file --replica-alter-log-dirs-throttle --throttle --timeout --topics-to-move-json-file --verify --version'
      takes=' --bootstrap-controller:- --bootstrap-server:@addresses, --broker-list:@brokers, --command-config:@files --reassignment-json-file:@files --replica-alter-log-dirs-throttle:- --throttle:- --timeout:- --topics-to-move-json-file:@files '
      ;;
    'kafka-replica-verification.sh')
      subs=''
      args=''
      options='--broker-list --fetch-size --help --max-wait-ms --report-interval-ms --time --topics-include --version'
      takes=' --broker-list:@addresses, --fetch-size:- --max-wait-ms:- --report-interval-ms:- --time:- --topics-include:- '
      ;;
    'kafka-server-start.sh')
      subs=''
      args='@files'
      options='--help --override --version -daemon -loggc -name'
      takes=' -name:- --override:- '
      ;;
    'kafka-server-stop.sh')
      subs=''
      args=''
      options='--help --node-id --process-role --version'
      takes=' --node-id:- --process-role:broker,controller '
      ;;
    'kafka-streams-application-reset.sh')
      subs=''
      args=''
      options='--application-id --bootstrap-server --by-duration --command-config --config-file --dry-run --force --from-file --help --input-topics --intermediate-topics --internal-topics --shift-by --to-datetime --to-earliest --to-latest --to-offset --version'
      takes=' --application-id:- --bootstrap-server:@addresses, --by-duration:- --command-config:@files --config-file:@files --from-file:@files --input-topics:@topics, --intermediate-topics:@topics, --internal-topics:@topics, --shift-by:- --to-datetime:- --to-offset:- '
      ;;
    'kafka-verifiable-consumer.sh')
      subs=''
      args=''
      options='--assignment-strategy --bootstrap-server --command-config --consumer.config --enable-autocommit --group-id --group-instance-id --group-protocol --group-remote-assignor --help --max-messages --reset-policy --session-timeout --topic --verbose --version'
      takes=' --assignment-strategy:- --bootstrap-server:@addresses, --command-config:@files --consumer.config:@files --group-id:@groups --group-instance-id:- --group-protocol:- --group-remote-assignor:- --max-messages:- --reset-policy:- --session-timeout:- --topic:@topics '
      ;;
    'kafka-verifiable-producer.sh')
      subs=''
      args=''
      options='--acks --bootstrap-server --command-config --help --max-messages --message-create-time --producer.config --repeating-keys --throughput --topic --value-prefix --version'
      takes=' --acks:- --bootstrap-server:@addresses, --command-config:@files --max-messages:- --message-create-time:- --producer.config:@files --repeating-keys:- --throughput:- --topic:@topics --value-prefix:- '
      ;;
    'kafka-verifiable-share-consumer.sh')
      subs=''
      args=''
      options='--acknowledgement-mode --bootstrap-server --command-config --group-id --help --max-messages --offset-reset-strategy --topic --verbose --version'
      takes=' --acknowledgement-mode:- --bootstrap-server:@addresses, --command-config:@files --group-id:@groups --max-messages:- --offset-reset-strategy:- --topic:@topics '
      ;;
    'trogdor.sh')
      subs='agent agent-client client coordinator'
      args=''
      options='--help --version'
      takes=''
      ;;
    'trogdor.sh agent')
      subs=''
      args=''
      options='--agent.config --exec --help --node-name'
      takes=' --agent.config:@files --exec:- --node-name:- '
      ;;
    'trogdor.sh coordinator')
      subs=''
      args=''
      options='--coordinator.config --help --node-name'
      takes=' --coordinator.config:@files --node-name:- '
      ;;
    *) return 1 ;;
  esac
}

# What the option takes, in $kind; 1 when it is a flag or unknown.
_gregor_takes() {
  case $takes in
    *" $1:"*) kind=${takes#*" $1:"} kind=${kind%% *} ;;
    *) return 1 ;;
  esac
}

# The lines of a file, in $names.
_gregor_read() {
  mapfile -t names <"$1" 2>/dev/null || IFS=$'\n' read -r -d '' -a names <"$1"
}

# The current context by the file of contexts, in $context.
_gregor_current_context() {
  local file=${GREGOR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/gregor/contexts.json} text=
  [ -r "$file" ] && text=$(<"$file")
  if [[ $text =~ \"current\"[[:space:]]*:[[:space:]]*\"([A-Za-z0-9._-]+)\" ]]; then
    context=${BASH_REMATCH[1]}
  fi
}

# The names of all contexts, in $names.
_gregor_contexts() {
  local file=${GREGOR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/gregor/contexts.json} text=
  [ -r "$file" ] && text=$(<"$file")
  names=()
  while [[ $text =~ \"([A-Za-z0-9._-]+)\"[[:space:]]*:[[:space:]]*\{(.*) ]]; do
    text=${BASH_REMATCH[2]}
    case ${BASH_REMATCH[1]} in contexts | properties) ;; *) names+=("${BASH_REMATCH[1]}") ;; esac
  done
  IFS=$'\n' read -r -d '' -a names < <(printf '%s\n' "${names[@]}" | sort)
}

# The folder with the names of the cluster that the line means, in $folder; has it refreshed when it is old.
_gregor_folder() {
  local i context= address= config= key now asked=0
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    case ${words[i]} in
      --context=*) context=${words[i]#*=} ;;
      --bootstrap-server=* | --broker-list=*) address=${words[i]#*=} ;;
      --command-config=* | --*.config=*) config=${words[i]#*=} ;;
      --context) context=${words[i + 1]} ;;
      -b | --bootstrap-server) address=${words[i + 1]} ;;
      --broker-list) [[ ${words[i + 1]} == *:* ]] && address=${words[i + 1]} ;;
      --command-config | --*.config) config=${words[i + 1]} ;;
    esac
  done
  local -a connection=()
  [ -n "$context" ] && connection+=(--context "$context")
  [ -n "$address" ] && connection+=(--bootstrap-server "$address")
  [ -n "$config" ] && connection+=(--command-config "$config")
  if [ -z "$context$address" ]; then
    context=$GREGOR_CONTEXT address=$GREGOR_BOOTSTRAP_SERVER
    [ -z "$context$address" ] && _gregor_current_context
    [ -z "$context$address" ] && address=localhost:9092
  fi
  key=${context:+context.$context}${address:+at.$address}${config:+with.$config}
  key=${key//[^A-Za-z0-9._,-]/_}
  key=${key:0:200}
  folder=${XDG_CACHE_HOME:-$HOME/.cache}/gregor/names/$key
  [ -r "$folder/asked" ] && read -r asked <"$folder/asked"
  asked=${asked//[!0-9]/}
  now=$EPOCHSECONDS
  [ -n "$now" ] || printf -v now '%(%s)T' -1 2>/dev/null || now=$(date +%s)
  if ((now - ${asked:-0} >= 20 || now < ${asked:-0})); then
    _gregor_refresh
  fi
}

# Starts the refresh and does not wait for it; the subshell keeps it out of the list of jobs.
_gregor_refresh() {
  mkdir -p "$folder" 2>/dev/null && printf '%s\n' "$now" 2>/dev/null >"$folder/asked" || return
  (
    program=$(type -P -- "${words[0]/#\~\//$HOME/}")
    case $program in */*) program=${program%/*}/gregor ;; esac
    [ -x "$program" ] || program=gregor
    "$program" __complete refresh "$key" "${connection[@]}" </dev/null >/dev/null 2>&1 &
  ) 2>/dev/null
}

# The first of the sorted names that is not below $1; with a second word, the first that does not begin with $1 either.
_gregor_bound() {
  local high=${#names[@]} middle
  bound=0
  while ((bound < high)); do
    middle=$(((bound + high) / 2))
    if [[ ${names[middle]} < $1 || -n $2 && ${names[middle]} == "$1"* ]]; then
      bound=$((middle + 1))
    else
      high=$middle
    fi
  done
}

# Adds the sorted names that begin with $2, between $1 and $3.
_gregor_add() {
  local bound from i
  _gregor_bound "$2"
  from=$bound
  _gregor_bound "$2" past
  local -a fit=("${names[@]:from:bound - from}")
  ((${#fit[@]} == 0)) && return
  local IFS=/ # joins the names below; a character that needs no quotes
  if [[ "${fit[*]}" == *[!A-Za-z0-9._:/@%+=,-]* ]]; then
    for ((i = 0; i < ${#fit[@]}; i++)); do printf -v "fit[i]" %q "${fit[i]}"; done
  fi
  [ -n "$1" ] && fit=("${fit[@]/#/$1}")
  [ -n "$3" ] && fit=("${fit[@]/%/$3}")
  if ((${#COMPREPLY[@]})); then COMPREPLY+=("${fit[@]}"); else COMPREPLY=("${fit[@]}"); fi
}

# What stands for $file, the names or the configs of the kind of entity that the line names: another file, or $names.
_gregor_of_entity() {
  local i entity=${places[0]}
  case $entity in # gregor config names them in the singular
    topic | broker | group) entity+=s ;;
    logger) entity=broker-loggers ;;
    metrics) entity=client-metrics ;;
  esac
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    case ${words[i]} in
      --entity-type=*) entity=${words[i]#*=} ;;
      --entity-type) entity=${words[i + 1]} ;;
      --topic | --topic=*) entity=topics ;;
      --broker | --broker=* | --broker-defaults) entity=brokers ;;
      --user | --user=* | --user-defaults) entity=users ;;
      --client | --client=* | --client-defaults) entity=clients ;;
      --ip | --ip=* | --ip-defaults) entity=ips ;;
      --group | --group=*) entity=groups ;;
      --client-metrics | --client-metrics=*) entity=client-metrics ;;
      --broker-logger | --broker-logger=*) entity=broker-loggers ;;
    esac
  done
  case $file.$entity in
    entity-names.topics | entity-names.groups) file=$entity ;;
    entity-names.brokers | entity-names.broker-loggers) file=brokers ;;
    entity-configs.topics | entity-configs.) file=topic-configs ;;
    entity-configs.brokers) file=broker-configs ;;
    entity-configs.users) file= names=(SCRAM-SHA-256 SCRAM-SHA-512 consumer_byte_rate controller_mutation_rate producer_byte_rate request_percentage) ;;
    entity-configs.clients) file= names=(consumer_byte_rate controller_mutation_rate producer_byte_rate request_percentage) ;;
    entity-configs.ips) file= names=(connection_creation_rate) ;;
    entity-configs.groups) file= names=(consumer.assignment.interval.ms consumer.heartbeat.interval.ms consumer.session.timeout.ms share.assignment.interval.ms share.auto.offset.reset share.delivery.count.limit share.heartbeat.interval.ms share.isolation.level share.partition.max.record.locks share.record.lock.duration.ms share.renew.acknowledge.enable share.session.timeout.ms streams.assignment.interval.ms streams.heartbeat.interval.ms streams.initial.rebalance.delay.ms streams.num.standby.replicas streams.session.timeout.ms) ;;
    entity-configs.client-metrics) file= names=(interval.ms match metrics) ;;
    *) file= ;;
  esac
}

# Adds what $1 stands for and begins with $2.
_gregor_values() {
  local prefix= current=$2 suffix= folder=
  local -a names=()
  case $1 in
    @files)
      compopt -o filenames 2>/dev/null
      IFS=$'\n' read -r -d '' -a COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    @contexts) _gregor_contexts ;;
    @addresses,) # of every cluster known: the line does not say yet which one it means
      [[ $current == *,* ]] && prefix=${current%,*}, && current=${current##*,}
      for folder in "${XDG_CACHE_HOME:-$HOME/.cache}"/gregor/names/*/addresses; do
        [ -r "$folder" ] && names+=($(<"$folder"))
      done
      IFS=$'\n' read -r -d '' -a names < <(printf '%s\n' "${names[@]}" | sort -u)
      ;;
    @*)
      local file=${1#@}
      case $file in *=) suffix== ;; esac
      case $file in
        *, | entity-configs*) [[ $current == *,* ]] && prefix=${current%,*}, && current=${current##*,} ;;
      esac
      file=${file%[=,]}
      [[ $file == entity-* ]] && _gregor_of_entity
      if [ -n "$file" ]; then
        _gregor_folder
        [ -r "$folder/$file" ] && _gregor_read "$folder/$file"
      fi
      ;;
    -) return ;;
    *) IFS=, read -r -a names <<<"$1" ;;
  esac
  [ -n "$suffix" ] && compopt -o nospace 2>/dev/null
  _gregor_add "$prefix" "$current" "$suffix"
}

_gregor() {
  local line=${COMP_LINE:0:COMP_POINT} LC_ALL=C IFS=$' \t\n'
  local subs= options= takes= args= node word kind i=1
  local -a words names places=() kinds
  COMPREPLY=()
  read -r -a words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  local last=$((${#words[@]} - 1))
  local current=${words[last]}
  node=${words[0]##*/}
  _gregor_node "$node" || return 0
  kind=
  while ((i < last)); do
    word=${words[i]}
    case $word in
      --*=*) ;;
      -*) _gregor_takes "$word" && ((++i)) ;;
      *) if _gregor_node "$node $word"; then node="$node $word"; else places+=("$word"); fi ;;
    esac
    ((++i))
  done
  local typed=$current opening=
  if ((i > last)); then
    _gregor_values "$kind" "$current"
  elif [[ $current == --*=* ]]; then
    opening=${current%%=*}=
    _gregor_takes "${current%%=*}" && _gregor_values "$kind" "${current#*=}"
  elif [[ $current == -* ]]; then
    names=($options)
    _gregor_add '' "$current" ''
  else
    names=($subs)
    _gregor_add '' "$current" ''
    kinds=($args) # one for each place, the last also for those that follow
    i=${#places[@]}
    ((i < ${#kinds[@]})) || i=$((${#kinds[@]} - 1))
    [ -n "$args" ] && _gregor_values "${kinds[i]}" "$current"
    if [ -z "$current$subs" ] && [ ${#COMPREPLY[@]} = 0 ]; then
      COMPREPLY=($options)
    fi
  fi
  # readline replaces what follows the last of its word breaks.
  local breaks=
  [[ $COMP_WORDBREAKS == *:* ]] && breaks+=:
  [[ $COMP_WORDBREAKS == *=* ]] && breaks+==
  if [[ -n $breaks && $typed == *[$breaks]* ]]; then
    local kept=${typed%"${typed##*[$breaks]}"}
    [ -n "$opening" ] && kept=${kept#"$opening"}
    [ -n "$kept" ] && COMPREPLY=("${COMPREPLY[@]#"$kept"}")
  elif [ -n "$opening" ]; then
    COMPREPLY=("${COMPREPLY[@]/#/$opening}")
  fi
}
complete -F _gregor connect-distributed.sh connect-mirror-maker.sh connect-plugin-path.sh connect-standalone.sh gregor kafka-acls.sh kafka-broker-api-versions.sh kafka-client-metrics.sh kafka-cluster.sh kafka-configs.sh kafka-console-consumer.sh kafka-console-producer.sh kafka-console-share-consumer.sh kafka-consumer-groups.sh kafka-consumer-perf-test.sh kafka-delegation-tokens.sh kafka-delete-records.sh kafka-dump-log.sh kafka-e2e-latency.sh kafka-features.sh kafka-get-offsets.sh kafka-groups.sh kafka-jmx.sh kafka-leader-election.sh kafka-log-dirs.sh kafka-metadata-quorum.sh kafka-metadata-shell.sh kafka-preferred-replica-election.sh kafka-producer-perf-test.sh kafka-reassign-partitions.sh kafka-replica-verification.sh kafka-server-start.sh kafka-server-stop.sh kafka-share-consumer-perf-test.sh kafka-share-groups.sh kafka-storage.sh kafka-streams-application-reset.sh kafka-streams-groups.sh kafka-topics.sh kafka-transactions.sh kafka-verifiable-consumer.sh kafka-verifiable-producer.sh kafka-verifiable-share-consumer.sh trogdor.sh
