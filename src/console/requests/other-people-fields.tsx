/** 代理人、监护人, and several requesters at once: in one application, or each in their own. */
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { REPRESENTATIVE_ROLES, REPRESENTATIVE_WORDS } from '../../law/requests/form.ts'
import { ID_PAPER_RULES, ID_PAPERS, papersOf } from '../../law/requests/identity.ts'
import { MOST_JOINT } from '../../record/people/requester.ts'
import { NOBODY_ELSE, type Registering, TOGETHER, TOGETHER_WORDS } from './registering.ts'

const PAPERS = papersOf('person').map((value) => ({ value, label: ID_PAPER_RULES[value].zh }))
const ALL_PAPERS = ID_PAPERS.map((value) => ({ value, label: ID_PAPER_RULES[value].zh }))

export function AgentFields() {
  const by = Form.useWatch<Registering['by'] | undefined>('by') ?? 'self'
  return (
    <>
      <Form.Item name="by" label="由谁提出" extra={by === 'self' ? undefined : '申请人仍是被代理的人：类型、答复都按申请人。'}>
        <Radio.Group
          className="wrapped-radios"
          options={[
            { value: 'self', label: '申请人自己' },
            ...REPRESENTATIVE_ROLES.map((value) => ({ value, label: REPRESENTATIVE_WORDS[value] })),
          ]}
        />
      </Form.Item>
      {by !== 'self' && (
        <fieldset className="field-group">
          <legend>{REPRESENTATIVE_WORDS[by]}</legend>
          <div className="field-row">
            <Form.Item name={['requester', 'agent', 'name']} label="代理人姓名" className="grow">
              <Input autoComplete="off" maxLength={60} />
            </Form.Item>
            <Form.Item name={['requester', 'agent', 'phone']} label="代理人电话">
              <Input autoComplete="off" inputMode="tel" maxLength={40} />
            </Form.Item>
          </div>
          <div className="field-row">
            <Form.Item name={['requester', 'agent', 'idPaper']} label="代理人证件" initialValue="residentId">
              <Select className="id-paper" options={PAPERS} />
            </Form.Item>
            <Form.Item name={['requester', 'agent', 'idNumber']} label="代理人证件号码" className="grow">
              <Input autoComplete="off" maxLength={40} />
            </Form.Item>
          </div>
          <Form.Item name={['requester', 'agent', 'authorised']} valuePropName="checked">
            <Checkbox>{by === 'guardian' ? '监护关系证明已收到' : '委托书已收到'}</Checkbox>
          </Form.Item>
          {by === 'agent' && (
            <Form.Item name={['requester', 'agent', 'receives']} valuePropName="checked">
              <Checkbox>委托书写明可以代收文书：文书寄给代理人</Checkbox>
            </Form.Item>
          )}
          <Form.Item
            name={['requester', 'agent', 'address']}
            label="代理人通信地址"
            extra="文书寄给代理人的填写；不填的，寄到申请人的通信地址。"
          >
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
        </fieldset>
      )}
    </>
  )
}

export function OtherRequesters() {
  const together = Form.useWatch<Registering['together'] | undefined>('together') ?? 'one'
  const others = Form.useWatch<Registering['others']>('others') ?? []
  return (
    <>
      <Form.Item name="together" label="几个申请人">
        <Radio.Group className="wrapped-radios" options={TOGETHER.map((value) => ({ value, label: TOGETHER_WORDS[value] }))} />
      </Form.Item>
      {together !== 'one' && (
        <Form.List name="others" initialValue={[NOBODY_ELSE]}>
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }, n) => (
                <fieldset className="field-group" key={key}>
                  <legend>第 {n + 2} 个申请人</legend>
                  <div className="field-row">
                    <Form.Item name={[name, 'name']} label="姓名或名称" className="grow">
                      <Input autoComplete="off" maxLength={100} />
                    </Form.Item>
                    <Form.Item name={[name, 'phone']} label="电话">
                      <Input autoComplete="off" inputMode="tel" maxLength={40} />
                    </Form.Item>
                  </div>
                  <div className="field-row">
                    <Form.Item name={[name, 'idPaper']} label="证件">
                      <Select className="id-paper" options={together === 'joint' ? ALL_PAPERS : PAPERS} />
                    </Form.Item>
                    <Form.Item name={[name, 'idNumber']} label="号码" className="grow">
                      <Input autoComplete="off" maxLength={40} />
                    </Form.Item>
                  </div>
                  <Form.Item name={[name, 'address']} label="地址">
                    <Input autoComplete="off" maxLength={200} />
                  </Form.Item>
                  <Button size="small" className="gap-below" onClick={() => remove(name)}>
                    去掉这一人
                  </Button>
                </fieldset>
              ))}
              {rows.length < MOST_JOINT && (
                <Button className="gap-below" onClick={() => add(NOBODY_ELSE)}>
                  再加一人
                </Button>
              )}
            </>
          )}
        </Form.List>
      )}
      {together === 'joint' && (
        <Form.Item name={['requester', 'spokesperson']} label="代表人" extra="文书寄给代表人；没有推选的，寄给第 1 个申请人。">
          <Select
            allowClear
            placeholder="没有推选"
            options={others.map((_, n) => ({ value: n + 1, label: `第 ${n + 2} 个申请人` }))}
          />
        </Form.Item>
      )}
    </>
  )
}
